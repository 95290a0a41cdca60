/** All zeros stand for no object. */
export const namesObject = (id: string): boolean => /[1-9a-f]/.test(id);
