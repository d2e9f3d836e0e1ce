using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pulse.Access.Http;

namespace Pulse.Host;

/// <summary>The answer to a request that failed: problem details with a stable code, and nothing of the exception.</summary>
internal static class ErrorHandling
{
    public static void AddErrorHandling(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<StoreFault>();
        builder.Services.AddExceptionHandler<RequestFault>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions.TryAdd("code", ProblemCode.OfStatus(context.ProblemDetails.Status).Name));
        builder.Services.AddSingleton<IProblemDetailsWriter, WhateverIsAccepted>();
    }

    public static void UseErrorHandling(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    /// <summary>
    /// Runs after the framework's writer. That writer writes no problem if the client accepts neither JSON nor problem details,
    /// e.g. only the lines of a test.
    /// </summary>
    private sealed class WhateverIsAccepted(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => true;

        public ValueTask WriteAsync(ProblemDetailsContext context)
        {
            var response = context.HttpContext.Response;
            var problem = context.ProblemDetails;
            problem.Status ??= response.StatusCode;
            problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
            options.Value.CustomizeProblemDetails?.Invoke(context);
            return new ValueTask(response.WriteAsJsonAsync(problem, problem.GetType(), options: null, "application/problem+json"));
        }
    }

    /// <summary>The store cannot be read or written now: the client may try again.</summary>
    private sealed class StoreFault(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not (DbException or DbUpdateException))
            {
                return false;
            }

            httpContext.Response.StatusCode = ProblemCode.StoreUnavailable.Status;
            httpContext.Response.Headers.RetryAfter = "5";
            return await problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = ApiProblem.Create(
                    ProblemCode.StoreUnavailable,
                    "The store cannot be reached.",
                    "Nothing was changed. Try again in a few seconds; if this stays, look at the disk and at Pulse's log.").ProblemDetails,
            });
        }
    }

    /// <summary>The framework refuses a request by an exception with the status: an error of the client, not of Pulse.</summary>
    private sealed class RequestFault(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not BadHttpRequestException refusal)
            {
                return false;
            }

            httpContext.Response.StatusCode = refusal.StatusCode;
            return await problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = new ProblemDetails { Status = refusal.StatusCode },
            });
        }
    }
}
