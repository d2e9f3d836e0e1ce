using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>Reads and writes the wire types. Ignores unknown members, and requires the members that Pulse needs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WireText)])]
[JsonSerializable(typeof(SessionToken))]
[JsonSerializable(typeof(ServiceContent))]
[JsonSerializable(typeof(UserSession))]
[JsonSerializable(typeof(LoginParameters))]
[JsonSerializable(typeof(ApplianceVersion))]
[JsonSerializable(typeof(ListedObject[]))]
[JsonSerializable(typeof(ManagedObjectReference))]
[JsonSerializable(typeof(CreateContainerViewParameters))]
[JsonSerializable(typeof(CreateFilterParameters))]
[JsonSerializable(typeof(WaitForUpdatesExParameters))]
[JsonSerializable(typeof(RetrievePropertiesExParameters))]
[JsonSerializable(typeof(ContinueRetrievePropertiesExParameters))]
internal sealed partial class VCenterJson : JsonSerializerContext;
