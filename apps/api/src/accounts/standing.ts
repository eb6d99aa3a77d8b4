import { directoryRepository, type Queries } from '@fbs/db';

/** Has set a password, or was in by another way. */
export const hasEntered = ({ password, lastSignIn }: directoryRepository.DirectoryRow): boolean =>
  password || lastSignIn !== null;

/** Whether anybody can let others in. */
export const hasAdministrator = async (queries: Queries): Promise<boolean> =>
  (await directoryRepository.listDirectory(queries)).some(
    (person) => person.active && person.roles.includes('administrator') && hasEntered(person),
  );
