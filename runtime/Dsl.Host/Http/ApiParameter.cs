// Parameters of addresses as the description of the interface (OpenAPI) shows them.
using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dsl.Host.Http;

/// <summary>A parameter of an address.</summary>
/// <param name="Name">Its name after the question mark.</param>
/// <param name="Description">What it says.</param>
internal sealed record ApiParameter(string Name, string Description)
{
    /// <summary>测算日.</summary>
    public static ApiParameter Date { get; } = new("date", "测算日，如 2024-12-31；缺省依次看事实、设置、policy.json、今天");

    /// <summary>The hash of the policies.</summary>
    public static ApiParameter Set { get; } = new("set", "政策版本；缺省按测算日选用现在的版本");
}

/// <summary>Describes endpoints.</summary>
internal static class ApiDescription
{
    /// <summary>Says which parameters an endpoint takes.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params ImmutableArray<ApiParameter> parameters) =>
        endpoint.WithMetadata(new TakenParameters(parameters));

    /// <summary>Puts the parameters of endpoints into the description.</summary>
    public static void AddParameters(this OpenApiOptions options) => options.AddOperationTransformer(static (operation, context, _) =>
    {
        foreach (var parameter in context.Description.ActionDescriptor.EndpointMetadata.OfType<TakenParameters>()
            .SelectMany(static taken => taken.Parameters))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
        return Task.CompletedTask;
    });

    private sealed record TakenParameters(ImmutableArray<ApiParameter> Parameters);
}
