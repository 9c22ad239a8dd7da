/** « idem », « id. », « dito » and the marks that people draw under the line above. A lone dash says rather that there is nothing. */
export const isDitto = (text: string): boolean =>
  /^\s*(?:idem|id\.|ibidem|ibid\.?|d[°º]|dito|ditto|''|"|”|»|〃)\s*$/i.test(text)
