/** The source documents that lessons are drawn from, in the order of their numbers, from 1. Readers see titles only. */
export const documents: readonly { readonly file: string; readonly title: string }[] = [
  { file: '000_9c69cf6b631e26c8.txt', title: '1.1.6 Elastic Network Interface (ENI) – Detailed Guide' },
  { file: '001_69c2f94353be0e2c.txt', title: 'What is Elastic Network Interface?' },
  { file: '002_c9853e6c252cc1a4.txt', title: '3.35 What is an AWS ENI' },
  { file: '003_a235c0786c5e0aa1.txt', title: 'An overview of Elastic Network Interfaces' },
  {
    file: '004_1e1036121729a567.txt',
    title: 'What Are AWS Elastic Network Interfaces (ENIs), and How Do You Use Them?',
  },
];
