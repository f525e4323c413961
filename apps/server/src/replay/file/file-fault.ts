/** A file, or a mapping, that cannot be used at all. The message is a sentence for the person at the terminal. */
export class FileFault extends Error {}
