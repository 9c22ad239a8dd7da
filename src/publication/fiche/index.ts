export { boxesOf, ficheBoxes, nextBox } from './boxes.ts'
export { changeFiche, type FicheChange } from './change.ts'
export { ficheOf, frozenFiche } from './frozen.ts'
export { remarkEntry, remarksOn, seeRemark } from './remarks.ts'
