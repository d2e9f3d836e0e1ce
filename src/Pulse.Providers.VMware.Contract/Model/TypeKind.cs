namespace Pulse.Providers.VMware.Contract.Model;

internal enum TypeKind { Object, Request, Struct, Enum, Opaque }
