using System.Text;

namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>Valid requests to every route. Requests that reach much code are frequent.</summary>
internal static class FuzzSeeds
{
    public const string Password = "correct horse battery";

    private const string Draft =
        """{"name":"Box NAME","host":"box-NAME.example","port":8443,"useHttps":true,"apiKey":"right-key","site":"cellar","enabled":true,"pollIntervalSeconds":3600,"certificateThumbprint":null,"insecureSkipVerify":false}""";

    private static readonly (int Weight, Func<Random, string, FuzzRequest> Make)[] All =
    [
        (14, (random, _) => New("POST", "/api/box/connections", Named(random, Draft))),
        (14, (random, id) => New("PUT", $"/api/box/connections/{id}", Named(random, """{"name":"Box NAME","port":8444,"password":"********","apiKey":"********","version":3}"""))),
        (6, (random, id) => New("POST", $"/api/box/connections/{id}/test", Named(random, """{"host":"box-NAME.example","apiKey":"wrong-key"}"""))),
        (4, (_, id) => New("POST", $"/api/box/connections/{id}/test")),
        (8, (random, _) => New("POST", "/api/box/connections/test", Named(random, Draft), "?redact=true")),
        (3, (_, id) => New("DELETE", $"/api/box/connections/{id}")),
        (4, (_, _) => New("GET", "/api/box/connections")),
        (4, (random, _) => New("POST", "/api/vmware/connections", Named(random, """{"name":"NAME","host":"https://127.0.0.1:1","username":"svc","password":"pass","enabled":false}"""))),
        (2, (_, id) => New("PUT", $"/api/vmware/connections/{id}", """{"name":"x"}""")),
        (5, (_, _) => New("GET", "/api/access/audit", query: "?limit=50&before=900&action=sign_in&outcome=refused&text=box")),
        (4, (_, _) => New("POST", "/api/access/sign-in", $$"""{"userName":"admin","password":"{{Password}}"}""", sender: Sender.Stranger)),
        (3, (_, _) => New("POST", "/api/access/setup", $$"""{"token":"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq","password":"{{Password}}"}""", sender: Sender.Stranger)),
        (5, (random, _) => New("POST", "/api/access/tokens", Named(random, """{"name":"Token NAME","scopes":["settings:read","settings:write"],"expiresInDays":30}"""), sender: Sender.Admin)),
        (2, (_, _) => New("GET", "/api/access/tokens", sender: Sender.Admin)),
        (2, (_, id) => New("DELETE", $"/api/access/tokens/{id}", sender: Sender.Admin)),
        (3, (_, _) => New("POST", "/api/access/password", """{"currentPassword":"not the password","newPassword":"another long password"}""", sender: Sender.Admin)),
        (2, (_, _) => New("GET", "/api/access/session", sender: Sender.Admin)),
        (1, (_, _) => New("POST", "/api/access/sign-out")),
        (1, (_, _) => New("GET", "/readyz", sender: Sender.Stranger)),
        (1, (_, _) => New("GET", "/", sender: Sender.Stranger)),
    ];

    private static readonly int Sum = All.Sum(seed => seed.Weight);

    /// <param name="random">Selects the request.</param>
    /// <param name="id">The id of a connection that may exist.</param>
    public static FuzzRequest Next(Random random, string id)
    {
        var at = random.Next(Sum);
        foreach (var (weight, make) in All)
        {
            if (at < weight)
            {
                return make(random, id);
            }

            at -= weight;
        }

        throw new InvalidOperationException("The weights do not add up.");
    }

    // A few names only, so that some of them collide.
    private static string Named(Random random, string body) => body.Replace("NAME", $"{random.Next(40)}", StringComparison.Ordinal);

    private static FuzzRequest New(string method, string path, string? body = null, string query = "", Sender sender = Sender.Script)
    {
        var request = new FuzzRequest { Method = method, Path = path, Query = query, Sender = sender };
        if (body is not null)
        {
            request.Headers["Content-Type"] = "application/json";
            request.Body = Encoding.UTF8.GetBytes(body);
        }

        return request;
    }
}
