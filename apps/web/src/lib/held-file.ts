/** A file as it is now: what is looked at is what is saved, whatever happens to it on the disk. */
export const heldFile = async (file: File): Promise<File> => new File([await file.arrayBuffer()], file.name);
