using System.Text.Json;
using System.Text.Json.Serialization;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Reads and writes the wire types of the checks.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WireText)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(JsonElement[]))]
[JsonSerializable(typeof(CheckedPage))]
[JsonSerializable(typeof(AlarmCheck.AlarmState[]))]
[JsonSerializable(typeof(GrantedPrivileges.HasPrivilegeOnEntitiesParameters))]
[JsonSerializable(typeof(GrantedPrivileges.EntityPrivilege[]))]
[JsonSerializable(typeof(EffectivePrivileges.FetchUserPrivilegeOnEntitiesParameters))]
[JsonSerializable(typeof(EffectivePrivileges.UserPrivilegeResult[]))]
[JsonSerializable(typeof(EffectivePrivileges.AuthorizationRole[]))]
[JsonSerializable(typeof(EventCheck.QueryEventsParameters))]
[JsonSerializable(typeof(QueryLimit.QueryOptionsParameters))]
[JsonSerializable(typeof(QueryLimit.OptionValue[]))]
[JsonSerializable(typeof(PerfCounterInfo[]))]
[JsonSerializable(typeof(QueryPerfProviderSummaryParameters))]
[JsonSerializable(typeof(PerfProviderSummary))]
[JsonSerializable(typeof(QueryPerfParameters))]
[JsonSerializable(typeof(PerfEntityMetric[]))]
internal sealed partial class CheckJson : JsonSerializerContext;
