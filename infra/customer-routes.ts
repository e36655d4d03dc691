import { managers, type Route, readers, staff } from './route.ts';
import { cases, casesRead, type Uses } from './uses.ts';

const records = { CUSTOMER_RECORDS_TABLE: ['Query', 'PutItem'] } as const satisfies Uses;

/** How to reach people, what is known of them, and its end. */
export const customerRoutes: Route[] = [
  {
    method: 'PUT',
    path: '/contacts/{personId}',
    entry: 'customer/put-contact',
    callers: { service: 'any', admin: 'any' },
    uses: { VAULT_TABLE: ['PutItem'] },
  },
  {
    method: 'GET',
    path: '/customers/{personId}/consent',
    entry: 'survey/get-consent',
    callers: { customer: 'own', ...readers },
    uses: { VAULT_TABLE: ['GetItem'] },
  },
  {
    method: 'PUT',
    path: '/customers/{personId}/consent',
    entry: 'survey/put-consent',
    callers: { customer: 'own', service: 'any', ...staff },
    uses: { ...records, VAULT_TABLE: ['GetItem', 'PutItem'] },
  },
  {
    method: 'GET',
    path: '/customers/{personId}/export',
    entry: 'customer/export-customer',
    callers: { customer: 'own', ...managers },
    uses: { ...records, ...casesRead, CASE_VIEWS_TABLE: ['Query byCustomer'], VAULT_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/customers/{personId}/legal-hold',
    entry: 'customer/place-legal-hold',
    callers: managers,
    uses: { ...records, VAULT_TABLE: ['PutItem'] },
  },
  {
    method: 'DELETE',
    path: '/customers/{personId}/legal-hold',
    entry: 'customer/lift-legal-hold',
    callers: managers,
    uses: records,
  },
  {
    method: 'POST',
    path: '/customers/{personId}/erasure',
    entry: 'customer/request-erasure',
    callers: { customer: 'own', ...staff },
    uses: { ...records, CASE_VIEWS_TABLE: ['Query byCustomer'] },
  },
  {
    method: 'GET',
    path: '/customers/{personId}/erasure',
    entry: 'customer/get-erasure',
    callers: readers,
    uses: { CUSTOMER_RECORDS_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/customers/{personId}/erasure/decide',
    entry: 'customer/decide-erasure',
    callers: managers,
    uses: {
      ...records,
      ...cases,
      CASE_VIEWS_TABLE: ['Query byCustomer', 'DeleteItem'],
      VAULT_TABLE: ['Query', 'PutItem', 'DeleteItem'],
    },
  },
];
