/** A text without case, accents nor the two writings of the apostrophe, as SQL. */
export const folded = (sql: string): string => `replace(replace(strip_accents(lower(${sql})), 'œ', 'oe'), '’', '''')`
