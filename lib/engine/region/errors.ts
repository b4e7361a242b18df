import { errors } from '../aws-error';

export const regionErrors = {
  /** Assumed: code and text; that an unknown name is refused is not documented. */
  unknownRegion: (name: string) => errors.parameterValue(`Invalid region names: [${name}]`),
  /** Assumed: code and text; that an unknown name is refused is not documented. */
  unknownZone: (name: string) => errors.parameterValue(`Invalid availability zones: [${name}]`),
  /** Assumed: code and text; that an unknown id is refused is not documented. */
  unknownZoneId: (id: string) => errors.parameterValue(`Invalid availability zone-ids: [${id}]`),
};
