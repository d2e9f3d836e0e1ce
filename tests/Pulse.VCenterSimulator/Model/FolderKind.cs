namespace Pulse.Simulation;

public enum FolderKind { Datacenter, Host, Datastore, Network, VirtualMachine }
