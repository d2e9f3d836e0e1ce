using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Pulse.Access.Authorization;

namespace Pulse.Host;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, and Swagger UI over it at <c>/swagger</c>.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";

    public static void AddApiDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(Name, options =>
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Complete(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            ProblemSchema.NameCodes(operation, context.Description.ActionDescriptor.EndpointMetadata);

            // The routes accept any type, so that they can answer a wrong type themselves. They need JSON.
            operation.RequestBody?.Content?.Remove("*/*");
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Pulse",
                Version = Name,
                Description = "Connects monitoring to infrastructure platforms, and tells whether it still gets its data.",
            };

            // The address of the request says nothing about the API, and would make each copy of the document differ.
            // The path below which Pulse is served does belong to the document.
            var pathBase = context.ApplicationServices.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.PathBase;
            document.Servers = pathBase is { HasValue: true } path ? [new OpenApiServer { Url = path.ToUriComponent() }] : [];
            document.AddComponent<IOpenApiSecurityScheme>("token", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API token: `Authorization: Bearer pulse_...`. Its scopes decide which routes it may call.",
            });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
    });

    private static void Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        // The framework cannot see the output of Pulse's own converters.
        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        }
        else if (context.JsonPropertyInfo is null && ProblemSchema.Describes(context.JsonTypeInfo.Type))
        {
            ProblemSchema.Complete(schema);
        }

        // A required member is nullable only so that Pulse can report that it is missing.
        if (context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true)
        {
            schema.Type &= ~JsonSchemaType.Null;
        }
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi().RequirePolicy(AccessPolicies.SettingsRead);
        app.UseSwaggerUI(options => options.SwaggerEndpoint($"../openapi/{Name}.json", "Pulse"));
    }
}
