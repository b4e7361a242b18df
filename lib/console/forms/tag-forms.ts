import { taggedResources } from '../choices';
import type { Field, Form } from '../form';

/** The name that a form gives to what it makes, as a Name tag. `type` is AWS's name of the resource in tag specifications. */
export const nameTag = (type: string, label = 'Name tag'): Field => ({
  member: 'TagSpecifications.Tags.Value',
  label,
  hint: 'Optional. A tag with the key Name.',
  also: ['TagSpecifications.ResourceType', 'TagSpecifications.Tags.Key'],
  put: (name) => ({
    'TagSpecifications.ResourceType': type,
    'TagSpecifications.Tags.Key': 'Name',
    'TagSpecifications.Tags.Value': name,
  }),
});

export const manageTags: Form = {
  id: 'manage-tags',
  title: 'Manage tags',
  submit: 'Save',
  operation: 'CreateTags',
  fields: [
    { member: 'Resources', label: 'Resource ID', choices: taggedResources },
    { member: 'Tags.Key', label: 'Key', initial: () => 'Name', words: ['tag keys', 'tag key'] },
    {
      member: 'Tags.Value',
      label: 'Value',
      hint: 'Optional.',
      initial: () => '',
      clears: true,
      words: ['tag values', 'tag value'],
    },
  ],
};
