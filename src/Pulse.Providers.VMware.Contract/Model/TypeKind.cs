namespace Pulse.Providers.VMware.Contract;

internal enum TypeKind { Object, Request, Struct, Enum, Opaque }
