using System.Text;

namespace Pulse.Providers.VMware.Contract.Tests;

/// <summary>Exchanges to check, made from short texts.</summary>
internal static class Sample
{
    public const string Reference = """{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-d1"}""";

    /// <summary>The request of RetrievePropertiesEx.</summary>
    public const string Retrieve = """
        {"specSet":[{"_typeName":"PropertyFilterSpec",
          "propSet":[{"_typeName":"PropertySpec","type":"HostSystem","pathSet":["name","runtime.connectionState"]},
                     {"_typeName":"PropertySpec","type":"VirtualMachine","pathSet":["name"]}],
          "objectSet":[{"_typeName":"ObjectSpec","obj":{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-d1"}}]}],
         "options":{"_typeName":"RetrieveOptions"}}
        """;

    /// <summary>An answer of RetrievePropertiesEx, with one value and one that may not be read.</summary>
    public const string Retrieved = """
        {"_typeName":"RetrieveResult","objects":[{"_typeName":"ObjectContent","obj":{"_typeName":"ManagedObjectReference","type":"HostSystem","value":"host-1"},
          "propSet":[{"_typeName":"DynamicProperty","name":"name","val":{"_typeName":"string","_value":"esx1"}}],
          "missingSet":[{"_typeName":"MissingProperty","path":"runtime","fault":{"_typeName":"NoPermission","faultstring":"No.","privilegeId":"System.Read"}}]}]}
        """;

    public static string RetrieveAt(string release) => Vim("PropertyCollector/propertyCollector/RetrievePropertiesEx", release);

    public static string Vim(string member, string release = "8.0.3.0") => $"/sdk/vim25/{release}/{member}";

    public static IReadOnlyList<Deviation> Request(string target, string body, string method = "POST") =>
        VendorContract.Load().CheckRequest(new() { Method = method, Target = target, RequestBody = Encoding.UTF8.GetBytes(body) });

    public static IReadOnlyList<Deviation> Answer(string target, string body, int status = 200, string method = "GET", string? challenge = null) =>
        VendorContract.Load().CheckAnswer(new()
        {
            Method = method,
            Target = target,
            Status = status,
            ResponseBody = Encoding.UTF8.GetBytes(body),
            ContentType = "application/json; charset=utf-8",
            Challenge = challenge,
        });

    /// <summary>The one deviation that was found, as place and text.</summary>
    public static void ShouldBe(this IReadOnlyList<Deviation> found, string place, string text)
    {
        found.Should().ContainSingle();
        found[0].Place.Should().Be(place);
        found[0].Text.Should().Contain(text);
    }
}
