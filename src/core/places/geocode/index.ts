export {
  type AddressQuery,
  type Found,
  type Geocoded,
  type GeocodeStatus,
  geocode,
  SURE_MARGIN,
  SURE_SCORE,
} from './geocode.ts'
export { rememberedGeocode } from './remembered.ts'
