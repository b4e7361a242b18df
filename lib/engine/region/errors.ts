import { errors } from '../aws-error';

/** Assumed: the texts; that an unknown name is refused is documented for neither call. */
export const regionErrors = {
  unknownRegion: (name: string) => errors.parameterValue(`Invalid region names: [${name}]`),
  unknownZone: (name: string) => errors.parameterValue(`Invalid availability zones: [${name}]`),
  unknownZoneId: (id: string) => errors.parameterValue(`Invalid availability zone-ids: [${id}]`),
};
