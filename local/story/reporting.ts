import type { Cases } from './lost-card.ts';
import type { CaseView, StoryWorld } from './world.ts';

type Opened = CaseView & { joined: boolean };

export async function reporting({ chapter, tell, check, as }: StoryWorld): Promise<Cases> {
  chapter('Maryam reports her card lost; fraud detection flags a payment of Anna');
  const maryam = await as('cus_maryam');
  const expected = { time: 'hours', outcome: 'money-protected' };
  const report = { type: 'lost-card', cardId: 'card_maryam1', channel: 'app', expected };
  const key = { 'idempotency-key': 'report-from-maryams-phone' };

  const first = await maryam.post<Opened>('/cases', report, key);
  const { caseId } = first.body;
  check(`the app's report opens a case, ${caseId}`, first.status === 201, first.text);
  tell('She is asked what she expects: her money protected, within hours');
  const again = await maryam.post<Opened>('/cases', report, key);
  check('the same request again gets the same answer', again.status === 201 && again.text === first.text, again.text);
  const other = await maryam.post('/cases', { ...report, channel: 'web' }, key);
  check('its Idempotency-Key with another request is refused', other.status === 422, other.text);

  tell('She also calls; Carla reports the same card for her');
  const byPhone = { ...report, channel: 'phone', customerId: 'cus_maryam' };
  const second = await (await as('carla')).post<Opened>('/cases', byPhone);
  check('the second report joins the open case', second.body.caseId === caseId && second.body.joined, second.text);
  const stranger = await (await as('cus_james')).get(`/cases/${caseId}`);
  check('for another customer there is no such case', stranger.status === 404, stranger.status);

  const detection = await as('fraud-detection');
  const flagged = { type: 'suspicious-payment', transactionId: 'tx_annaflagged', customerId: 'cus_anna' };
  const annas = await detection.post<Opened>('/cases', { ...flagged, channel: 'detection' });
  check(`fraud detection opens a case of its own, ${annas.body.caseId}`, annas.status === 201, annas.text);
  return { maryam: caseId, anna: annas.body.caseId };
}
