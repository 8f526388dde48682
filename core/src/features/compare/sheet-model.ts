/** What the formats that people read have of a comparison. */

/** What is said of one side, or of both. */
export interface SheetRow {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** True where it deserves a second look: somebody gains root, or a service loses a fence. */
  readonly alarm?: true;
  /** True for text of a file. */
  readonly quoted?: true;
}

export interface SheetItem {
  readonly mark: '+' | '-' | '~';
  /** What it is about, as the files or the knowledge base have it. */
  readonly title: string;
  /** `etc/inetd.conf:4`, one or several. */
  readonly where: readonly string[];
  /** So many more places there are. */
  readonly more?: number;
  readonly rows: readonly SheetRow[];
  /** A sentence about it. */
  readonly note?: string;
  readonly alarm?: true;
}

export interface SheetSection {
  readonly title: string;
  readonly items: readonly SheetItem[];
  /** True for what is good to know and needs no look. */
  readonly quiet?: true;
}

export interface Sheet {
  /** `2 services newly on (finger, telnet), 1 job otherwise`; without a full stop. */
  readonly headline: string;
  /** Of all hosts of which something is to be told, those that deserve a second look first. */
  readonly hosts: readonly HostSheet[];
}

export interface HostSheet {
  /** '' where there is one. */
  readonly host: string;
  readonly sections: readonly SheetSection[];
  /** Other hosts of which the same is to be told, by names and lines of their own files. */
  readonly also: readonly string[];
}
