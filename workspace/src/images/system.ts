/** Which system an image is made of, and so whose daemons read its files: by the name of what it is built from, and by what its steps install. */

/** A system, or the cron that somebody puts into it, by the name that a folder of its files would have: paths tell their daemons by it. */
export type System = 'alpine' | 'busybox' | 'debian' | 'fedora' | 'cronie' | 'dcron';

/** Names of images, tags and repositories. */
const NAMED: readonly (readonly [System, RegExp])[] = [
  ['alpine', /(?:^|[^a-z])alpine(?![a-z])/],
  ['busybox', /(?:^|[^a-z])busybox(?![a-z])/],
  ['fedora', /(?:^|[^a-z])(?:fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|ubi[789]?|opensuse|sles)(?![a-z])/],
  ['debian', /(?:^|[^a-z])(?:debian|ubuntu|stretch|buster|bullseye|bookworm|trixie|xenial|bionic|focal|jammy|noble)(?![a-z])/],
];

/** Docker's official images that are made of Debian or Ubuntu unless their tag says otherwise; source: the library files of docker-library/official-images. */
const OF_DEBIAN =
  /^(?:library\/)?(?:buildpack-deps|drupal|eclipse-temurin|gcc|golang|httpd|mariadb|memcached|mongo|nextcloud|nginx|node|perl|php|postgres|python|rabbitmq|redis|ruby|rust|tomcat|wordpress)$/;

/** `image` as a FROM has it, such as `python:3.12-alpine`; undefined where its name does not tell. */
export function systemOfImage(image: string): System | undefined {
  const name = image.toLowerCase().replace(/@.*$/, '');
  const named = NAMED.find(([, pattern]) => pattern.test(name))?.[0];
  return named ?? (OF_DEBIAN.test(name.replace(/:[^/]*$/, '').replace(/^docker\.io\//, '')) ? 'debian' : undefined);
}

/** Package managers with what they install for, and the crons of other names among their packages. */
const MANAGERS: Readonly<Record<string, { readonly system: System; readonly crons: readonly System[] }>> = {
  apk: { system: 'alpine', crons: ['dcron', 'cronie'] },
  apt: { system: 'debian', crons: ['cronie'] },
  'apt-get': { system: 'debian', crons: ['cronie'] },
  dnf: { system: 'fedora', crons: [] },
  microdnf: { system: 'fedora', crons: [] },
  yum: { system: 'fedora', crons: [] },
  zypper: { system: 'fedora', crons: [] },
};

/** What a step that calls `program` with `args` shows of the system; undefined where that is nothing. */
export function systemShownBy(program: string, args: readonly string[]): System | undefined {
  const manager = Object.hasOwn(MANAGERS, program) ? MANAGERS[program] : undefined;
  return manager && (manager.crons.find((cron) => args.some((word) => word.split(/[=<>~]/)[0] === cron)) ?? manager.system);
}
