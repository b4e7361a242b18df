import { usualCount } from './host/ping';
import { keptBytes, keptFiles } from './shell-state';

/** What `help` prints. */
export const helpText = (): string => `This is bash with the AWS command line, on an account that is simulated.

  aws ec2 help                 what of EC2 there is; aws ec2 <command> help for one command
  aws ec2 wait <condition>     lets simulated time pass until it holds
  sleep <seconds>              lets simulated time pass, and takes none of yours
  date                         the simulated time; every call to AWS takes one second of it

From a host of the lab, or from your own machine on the internet:
  on <host> <command>          runs one command on a host, whatever the network lets through
  ssh [user@]<host> [command]  goes there by tcp port 22, if the network lets it; exit comes back.
                               A host is a Name tag or an address; keys and users fit by themselves.
                               Other programs know no Name tags: they want an address or a DNS name
  ping curl nc traceroute dig host nslookup     ask the simulated network (ping: ${usualCount} times
                               unless -c says how often); what waits lets simulated time pass
  ip addr, ip route, hostname  what a host knows of itself; from one, curl also reaches
                               http://169.254.169.254/latest/meta-data/
aws works on a host too: with your credentials, which are not on it in life.

Around it: variables, $( ), pipes, if, for, while, case, functions, << and > files, and
  text    grep sed awk sort uniq cut tr head tail wc jq column diff xargs printf
  files   ls cat cp mv rm mkdir touch find tree tee; the same on every host
There is no network but the lab's, and no editor: write a file with  cat > name << EOF

From one line to the next these last: variables (all of them exported), the directory
you are in, the host you are on, and text files (${keptFiles} at most, with the variables ${keptBytes / 1024} kB in all).
These do not: functions, arrays, aliases, options (set, shopt), links, dates and
permissions of files. Put functions in a file and say  source name  where you need them.
`;
