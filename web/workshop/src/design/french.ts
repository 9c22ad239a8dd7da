/**
 * A sentence of the server's as French printers set it: no line ends between a guillemet and its word, nor before « : ; ? ! % ».
 * For sentences alone: what a cell holds is shown as it is.
 */
export const french = (sentence: string): string =>
  sentence
    .replace(/« /g, '«\u00a0')
    .replace(/ ([»:;?!%])/g, '\u00a0$1')
    .replace(/(\d) (?=\d{3})/g, '$1\u202f')
