/** Why a file could not be read, and what to do. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file; check the path';
    case 'EISDIR':
      return 'is a folder; name a file';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied; check who may read the file';
    case 'EAGAIN':
      return 'nothing to read on standard input; pipe a draft into it';
    default:
      return message;
  }
}
