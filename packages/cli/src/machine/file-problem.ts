/** Why the machine could not read or write a file, in words. */

export const fileProblem = (error: unknown): string => {
  const { code, message } = error as Partial<NodeJS.ErrnoException>
  return words[code ?? ''] ?? message ?? String(error)
}

const words: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'it is there already, and is not a folder',
  EACCES: 'its permissions do not allow it',
  EPERM: 'its permissions do not allow it',
  EROFS: 'the disk can only be read',
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left for this user',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open'
}
