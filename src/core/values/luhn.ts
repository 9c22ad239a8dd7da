/** Luhn's key (ISO/IEC 7812-1): true when the digits' sum, every second one doubled from the right, is a multiple of 10. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    if (digit < 0 || digit > 9) return false
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

export const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0)
