namespace Pulse.Providers.VMware.Contract.Tests;

/// <summary>What a property collector puts into its slots of any type.</summary>
public sealed class BoxTests
{
    [Theory]
    [InlineData("name", """{"_typeName":"string","_value":"x"}""")]
    [InlineData("runtime.powerState", """{"_typeName":"HostSystemPowerState","_value":"poweredOn"}""")]
    [InlineData("parent", """{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-h1"}""")]
    [InlineData("vm", """{"_typeName":"ArrayOfManagedObjectReference","_value":[]}""")]
    [InlineData("effectiveRole", """{"_typeName":"ArrayOfInt","_value":[-2]}""")]
    [InlineData("triggeredAlarmState", """{"_typeName":"ArrayOfAlarmState","_value":[]}""")]
    [InlineData("summary.quickStats.uptime", """{"_typeName":"int","_value":5}""")]
    [InlineData("config", """{"_typeName":"HostConfigInfo","anything":true}""")]
    [InlineData("config.product.version", """{"_typeName":"string","_value":"8"}""")]
    [InlineData("config.option[\"a\"].value", """{"_typeName":"string","_value":"8"}""")]
    public void The_documented_form_has_no_deviation(string path, string value) => Check(path, value).Should().BeEmpty();

    [Theory]
    [InlineData("name", "\"x\"", "val", "has to be in a box")]
    [InlineData("name", """{"_typeName":"int","_value":1}""", "val", "string is expected")]
    [InlineData("name", """{"_typeName":"string"}""", "val._value", "no _value")]
    [InlineData("name", """{"_typeName":"string","_value":1}""", "val._value", "not of type string")]
    [InlineData("name", """{"_typeName":"string","_value":"x","more":1}""", "val.more", "no member 'more'")]
    [InlineData("name", """{"_typeName":"text","_value":"x"}""", "val._typeName", "neither")]
    [InlineData("runtime.powerState", """{"_typeName":"string","_value":"poweredOn"}""", "val", "HostSystemPowerState is expected")]
    [InlineData("runtime.powerState", """{"_typeName":"HostSystemPowerState","_value":"asleep"}""", "val._value", "no value 'asleep'")]
    [InlineData("runtime.powerState", """{"_typeName":"VirtualMachinePowerState","_value":"poweredOn"}""", "val", "HostSystemPowerState is expected")]
    [InlineData("triggeredAlarmState", """{"_typeName":"ArrayOfString","_value":[]}""", "val", "a list of AlarmState is expected")]
    [InlineData("summary.runtime", """{"_typeName":"VirtualMachineRuntimeInfo"}""", null, "HostRuntimeInfo is expected")]
    [InlineData("summary.colour", """{"_typeName":"string","_value":"x"}""", "name", "no property")]
    public void Another_form_is_found(string path, string value, string? place, string text)
    {
        var found = Check(path, value);

        found.Should().Contain(deviation => deviation.Text.Contains(text) && (place == null || deviation.Place == "objects[0].propSet[0]." + place));
    }

    [Fact]
    public void Changes_are_checked_as_values_are() =>
        Sample.Answer(
            Sample.Vim("PropertyCollector/propertyCollector/WaitForUpdatesEx"),
            """
            {"_typeName":"UpdateSet","version":"1","filterSet":[{"_typeName":"PropertyFilterUpdate","filter":{"_typeName":"ManagedObjectReference","type":"PropertyFilter","value":"f"},
             "objectSet":[{"_typeName":"ObjectUpdate","kind":"modify","obj":{"_typeName":"ManagedObjectReference","type":"VirtualMachine","value":"vm-1"},
              "changeSet":[{"_typeName":"PropertyChange","name":"parentVApp","op":"assign"},
                           {"_typeName":"PropertyChange","name":"runtime.powerState","op":"assign","val":{"_typeName":"string","_value":"poweredOn"}}]}]}]}
            """,
            method: "POST")
            .ShouldBe("filterSet[0].objectSet[0].changeSet[1].val", "VirtualMachinePowerState is expected");

    private static IReadOnlyList<Deviation> Check(string path, string value) => Sample.Answer(
        Sample.RetrieveAt("8.0.3.0"),
        $$$"""
        {"_typeName":"RetrieveResult","objects":[{"_typeName":"ObjectContent","obj":{"_typeName":"ManagedObjectReference","type":"HostSystem","value":"host-1"},
         "propSet":[{"_typeName":"DynamicProperty","name":{{{System.Text.Json.JsonSerializer.Serialize(path)}}},"val":{{{value}}}}]}]}
        """,
        method: "POST");
}
