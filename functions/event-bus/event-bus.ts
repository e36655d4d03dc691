/** EventBridge did not take an event; trying again may help. */
export class EventNotPublished extends Error {
  override readonly name = 'EventNotPublished';
  constructor(type: string, deliveryId: string, reason: string) {
    super(`Event ${type} ${deliveryId} was not taken: ${reason}`);
  }
}
