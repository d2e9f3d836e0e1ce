using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Pulse.IntegrationTests.Support;

namespace Pulse.IntegrationTests;

/// <summary>The stubs refuse the same requests as a vCenter. A stub that accepts everything would prove nothing.</summary>
public sealed class StubTests : VCenterTest
{
    private const string Vim = "sdk/vim25/8.0.3.0";
    private const string View = "session[rest-0]1";

    private static readonly string RestToken = $"rest-{Guid.Empty}";

    [Theory]
    [InlineData("GET", "api/vcenter/vm", 401, "UNAUTHENTICATED")]
    [InlineData("DELETE", "api/session", 401, "UNAUTHENTICATED")]
    [InlineData("POST", "api/session", 401, "UNAUTHENTICATED")]
    [InlineData("POST", Vim + "/ViewManager/ViewManager/CreateContainerView", 500, "NotAuthenticated")]
    [InlineData("GET", "sdk/vim25/9.9.9.9/ServiceInstance/ServiceInstance/content", 500, null)]
    public async Task Nobody_gets_nothing(string method, string path, int status, string? error)
    {
        using var response = await AskAsync(method, path, session: null);

        ((int)response.StatusCode).Should().Be(status);
        var answer = await response.Content.ReadAsStringAsync();
        (error is null ? answer.Length == 0 : answer.Contains(error, StringComparison.Ordinal)).Should().BeTrue(answer);
    }

    [Fact]
    public async Task Another_password_opens_no_session()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(VCenter.Http, "api/session"));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{VCenter.UserName}:{VCenter.WrongPassword}")));
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_of_the_Automation_API_is_none_for_VI_JSON_where_they_are_separate()
    {
        VCenter.Play("healthy-separate");

        using var response = await AskAsync("POST", "sdk/vim25/8.0.2.0/SessionManager/SessionManager/Logout", RestToken);

        (await response.Content.ReadAsStringAsync()).Should().Contain("NotAuthenticated");
    }

    [Theory]
    [InlineData("\"_typeName\":\"PropertyFilterSpec\",")]
    [InlineData("\"_typeName\":\"PropertySpec\",")]
    [InlineData("\"_typeName\":\"ObjectSpec\",")]
    [InlineData("\"_typeName\":\"TraversalSpec\",")]
    [InlineData("")]
    public async Task A_nested_object_without_its_type_is_taken_for_a_MoRef(string left)
    {
        const string Whole = $$$"""
            {"specSet":[{"_typeName":"PropertyFilterSpec","propSet":[{"_typeName":"PropertySpec","type":"Folder","pathSet":["name"]}],
            "objectSet":[{"_typeName":"ObjectSpec","obj":{"_typeName":"ManagedObjectReference","type":"ContainerView","value":"{{{View}}}"},"skip":true,
            "selectSet":[{"_typeName":"TraversalSpec","name":"view","type":"ContainerView","path":"view","skip":false}]}]}],
            "options":{"_typeName":"RetrieveOptions"}}
            """;

        using var response = await AskAsync(
            "POST",
            Vim + "/PropertyCollector/propertyCollector/RetrievePropertiesEx",
            RestToken,
            left.Length == 0 ? Whole : Whole.Replace(left, "", StringComparison.Ordinal));

        var answer = await response.Content.ReadAsStringAsync();
        answer.Should().Contain(left.Length == 0 ? "RetrieveResult" : "Invalid MoRef field");
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string path, string? session, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(VCenter.Http, path));
        request.Headers.TryAddWithoutValidation("vmware-api-session-id", session);
        request.Content = body is null ? null : new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var client = new HttpClient();
        return await client.SendAsync(request);
    }
}
