import { keptBytes, keptFiles } from './shell-state';

/** What `help` prints. */
export const helpText = (): string => `This is bash with the AWS command line, on an account that is simulated.

  aws ec2 help                 what of EC2 there is; aws ec2 <command> help for one command
  aws ec2 wait <condition>     lets simulated time pass until it holds
  sleep <seconds>              lets simulated time pass, and takes none of yours
  date                         the simulated time; every call to AWS takes one second of it

Around it: variables, $( ), pipes, if, for, while, case, functions, << and > files, and
  text    grep sed awk sort uniq cut tr head tail wc jq column diff xargs printf
  files   ls cat cp mv rm mkdir touch find tree tee
There is no network, and no editor: write a file with  cat > name << EOF

From one line to the next these last: variables (all of them exported), the directory
you are in, and text files (${keptFiles} at most, with the variables ${keptBytes / 1024} kB in all).
These do not: functions, arrays, aliases, options (set, shopt), links, dates and
permissions of files. Put functions in a file and say  source name  where you need them.
`;
