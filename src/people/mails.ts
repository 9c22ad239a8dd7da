/** One writing for one mailbox: « Claire@Epone.fr » and « claire@epone.fr » are the same person. */
export const cleanMail = (mail: string): string => mail.trim().toLowerCase()
