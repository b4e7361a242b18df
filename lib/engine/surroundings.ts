/**
 * What lies around the account and inside its hosts: no EC2 call makes or shows it, so it is given once, when the account is
 * made, and never changes. Things are named by their Name tags, which those may get that a learner makes later.
 */
export interface Surroundings {
  /** What runs on instances; one that is not named here listens for SSH and forwards nothing. */
  readonly hosts?: readonly HostFacts[];
  /** Networks on premises. */
  readonly sites?: readonly Site[];
  readonly clientVpns?: readonly ClientVpn[];
  /** Public DNS names beside those that AWS gives, with the address of each. */
  readonly names?: { readonly [name: string]: string };
}

/** A port something listens on: `tcp/80`, `udp/53`. */
export type Listening = `${'tcp' | 'udp'}/${number}`;

/** What listens where the lab does not say: the SSH server that images of Linux come with. */
export const usuallyListening: readonly Listening[] = ['tcp/22'];

export interface HostFacts {
  /** The instance's Name tag. */
  readonly name: string;
  /** `tcp/22` alone when absent. */
  readonly listens?: readonly Listening[];
  /** It hands on packets that are not for itself: as they are (`router`), or as if they were its own (`nat`, masquerading). */
  readonly forwards?: 'router' | 'nat';
  /** Ports behind which it makes a connection of its own to somewhere else. */
  readonly proxies?: readonly { readonly listens: Listening; readonly to: string; readonly port: number }[];
  /** Routes of its operating system besides those that its interfaces bring: blocks, each by the device index that it leaves by. */
  readonly routes?: readonly { readonly to: string; readonly device: number }[];
  /** Whether answers leave by the interface that was asked, as Amazon Linux sets it up; otherwise routes alone decide. True when absent. */
  readonly sourceRouting?: boolean;
}

/** A network on premises: its blocks, and the ways on which it is joined to the account. */
export interface Site {
  readonly name: string;
  readonly cidrs: readonly string[];
  readonly hosts: readonly {
    readonly name: string;
    readonly address: string;
    readonly listens?: readonly Listening[];
  }[];
  /** Public address of its VPN device: VPN connections whose customer gateway has this address end here. */
  readonly vpnDevice?: string;
  /** A private line (Direct Connect) to the virtual private gateway or transit gateway of that name. */
  readonly directConnect?: { readonly gateway: string };
}

/** A Client VPN endpoint: its clients enter the VPC through a subnet, behind the address of an interface in it. */
export interface ClientVpn {
  readonly name: string;
  /** The subnet's Name tag. */
  readonly subnet: string;
  /** What clients get their addresses from. */
  readonly clientCidr: string;
  /** Group names of the VPC; its default group when absent. */
  readonly groups?: readonly string[];
  /** What clients may reach; everything that the subnet reaches when absent. */
  readonly authorizes?: readonly string[];
}
