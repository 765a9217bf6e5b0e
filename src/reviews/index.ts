/** The door of the room: the review store, on any database that was opened by platform. */
export { isOurs, migrate, newestVersion, versionOf } from './schema.ts';
export {
  type NewEntry,
  openReviewStore,
  type Recorded,
  type ReviewStore,
  type Undone,
} from './store.ts';
