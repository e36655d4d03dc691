import type { Stack } from './assembly.ts';

/** What a stack may refer to without declaring it. */
export const pseudoParameters = ({ name, account, region }: Stack): Record<string, string> => ({
  'AWS::AccountId': account,
  'AWS::NotificationARNs': '',
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${name}/00000000-0000-0000-0000-000000000000`,
  'AWS::StackName': name,
  'AWS::URLSuffix': 'amazonaws.com',
});
