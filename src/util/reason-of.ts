/** Why a file could not be read or written, and what to do. */
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
      return 'nothing to read in it; name a file on a disk';
    case 'ENOSPC':
      return 'no space left on the device; make room, then try again';
    case 'EDQUOT':
      return 'your quota of disk space is used up; make room, then try again';
    case 'EFBIG':
      return 'larger than a file may be here; see ulimit -f';
    case 'EROFS':
      return 'the file system is read-only; name a place elsewhere';
    case 'ELOOP':
      return 'links that lead in a circle; name the file itself';
    case 'ENXIO':
      return 'is no file that can be opened; name a file';
    case 'EIO':
      return 'the device does not answer as it should; check it, or name another file';
    case 'EPIPE':
      return 'the reader is gone; try again';
    default:
      return message;
  }
}
