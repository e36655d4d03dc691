import { type Customer, lastErasure } from './customer.ts';

/** Whether a customer's data must stay, and how far its erasure is. */
export const showCustomer = (customerId: string, current: Customer) => ({
  customerId,
  ...(current.hold && { legalHold: current.hold }),
  ...(lastErasure(current) && { erasure: lastErasure(current) }),
});
