/** `T` while it is made: for objects of which there are so many that they are not put together from pieces. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
