namespace Pulse.Providers.VMware.Contract.Tests;

public sealed class AutomationTests
{
    private const string Machines = "/api/vcenter/vm";

    [Theory]
    [InlineData("""{"vm":"vm-1","name":"a","power_state":"POWERED_ON","memory_size_MiB":32}""", 0)]
    [InlineData("""{"vm":"vm-1","name":"a","power_state":"POWERED_ON","memory_size_mib":32}""", 0)]
    [InlineData("""{"vm":"vm-1","name":"a","power_state":"POWERED_ON","cpu_count":null}""", 0)]
    [InlineData("""{"vm":"vm-1","name":null,"power_state":"POWERED_ON"}""", 1)]
    [InlineData("""{"vm":"vm-1","power_state":"POWERED_ON"}""", 1)]
    [InlineData("""{"vm":"vm-1","name":"a","power_state":"ASLEEP"}""", 1)]
    [InlineData("""{"vm":"vm-1","name":"a","power_state":"POWERED_ON","colour":"red"}""", 1)]
    public void The_items_of_a_list_are_checked(string item, int expected) => Sample.Answer(Machines, $"[{item}]").Should().HaveCount(expected);

    [Fact]
    public void A_list_is_never_null() => Sample.Answer(Machines, "null").ShouldBe("body", "is null");

    [Fact]
    public void A_list_has_a_limit()
    {
        var items = string.Join(',', Enumerable.Repeat("""{"vm":"vm-1","name":"a","power_state":"POWERED_ON"}""", 4001));
        Sample.Answer(Machines, $"[{items}]").ShouldBe("body", "at most 4000");
    }

    [Theory]
    [InlineData(401, """{"error_type":"UNAUTHENTICATED","messages":[],"challenge":"Basic"}""", null)]
    [InlineData(500, """{"messages":[{"id":"a","default_message":"b","args":[],"params":{"x":1}}]}""", null)]
    [InlineData(500, """{"error_type":"UNABLE_TO_ALLOCATE_RESOURCE"}""", "messages")]
    [InlineData(500, """{"messages":[{"id":"a","args":[]}]}""", "messages[0].default_message")]
    [InlineData(503, "", "body")]
    [InlineData(404, """{"messages":[]}""", "status")]
    public void Errors_are_checked(int status, string body, string? place)
    {
        var found = Sample.Answer(Machines, body, status);

        found.Select(deviation => deviation.Place).Should().Equal(place is null ? [] : [place]);
        found.Select(deviation => (deviation.Operation, deviation.Release)).Should().BeSubsetOf([("vcenter.vm.list", null)]);
    }

    [Theory]
    [InlineData(201, 0)]
    [InlineData(200, 1)]
    public void A_session_is_created_with_201(int status, int expected) =>
        Sample.Answer("/api/session", "\"token\"", status, "POST").Should().HaveCount(expected);
}
