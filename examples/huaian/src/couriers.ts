import type { Courier, Couriers, DeliveryFailureReason } from '@redress/petition'
import { fixedShare } from './dice.js'

/**
 * What stands for the gateways of the city: they send nothing, and some of what they are given does not arrive. Whether it does belongs to
 * the letter, so that it is the same in every run.
 */
export const demonstrationCouriers: Couriers = {
  sms: courier('SMS', 0.16, 'unreachable'),
  email: courier('MAIL', 0.25, 'technical'),
  post: courier('EMS', 0.12, 'unknownAddress'),
  phone: courier('CALL', 0.2, 'unreachable'),
  inPerson: courier('SIGN', 0, 'noContact'),
}

function courier(mark: string, lost: number, failed: DeliveryFailureReason): Courier {
  return async ({ key }) => {
    const share = fixedShare(key)
    return share < lost ? { failed } : { proof: `${mark}-${Math.floor(share * 1e8)}` }
  }
}
