/** The face of workspace: all that doors may import. */
export { type Accepted, BASELINE_NAME, baselineText, parseBaseline } from './baseline.js';
export { CONFIG_NAME, type Config, emptyConfig, parseConfig, settingsOf } from './config.js';
export { type Decoded, decode, encode } from './decode.js';
export { discover, type Found, isNeverWalked, isOurs } from './discover.js';
export {
  type Entry,
  entriesIn,
  type FileError,
  type Files,
  fileError,
  isFileError,
  isThere,
  type Problem,
  problemOf,
  type Status,
} from './files.js';
export { isGlob, matches, wishFor } from './globs.js';
export { hostOf, onHost, type Rooted, rootFinder, rootOf, seenOn } from './host.js';
export { type Asked, type Idle, idleness } from './idle.js';
export { ignoreEdits, ignoringConfig, unignoreEdits } from './ignore.js';
export { isImageFile } from './images/images.js';
export { isEmptyListing, isLinkPath, linkAt, linkFolderOf, listingBefore } from './links.js';
export { bytesOfText, holdsBytes, textOfBytes } from './lossless.js';
export {
  type Base,
  byRoot,
  findHosts,
  hasFilesBeside,
  hostsOf,
  judge,
  type Member,
  type Placed,
  readHosts,
  readMember,
  strayScript,
  summed,
} from './members.js';
export { baseName, join, parentOf, relativeTo, resolve } from './paths.js';
export { pieces } from './pieces.js';
export { type FoundHosts, type PlanAnswer, planFor } from './plan.js';
export {
  isExcluded,
  type NamedConfig,
  noProject,
  type Project,
  type ProjectFinder,
  type ProjectOf,
  projectFinder,
  rootNamedBy,
  type Settled,
  wishOf,
} from './project.js';
export { remembering } from './remembering.js';
export { hostsSideBySide } from './side-by-side.js';
export { choiceOf, linkIn, readSource, type Source, sourceOf } from './source.js';
export { spliceEdits } from './splice.js';
export { type HostTold, type Topic, toldOf, topicAt, topics, topicsFor } from './told.js';
