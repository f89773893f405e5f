using Microsoft.OpenApi;

namespace Workflow.Host;

/// <summary>OpenAPI 3.1 at <c>/openapi/v1.json</c>, and Swagger UI at <c>/swagger</c> to try it. Both show paths, never data.</summary>
public static class Description
{
    public static IServiceCollection AddDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            o =>
            {
                o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                o.CreateSchemaReferenceId = DescribedShapes.Name;
                o.AddSchemaTransformer((schema, context, _) => DescribedShapes.Set(schema, context.JsonTypeInfo));
                o.AddOperationTransformer(
                    (operation, context, _) => DescribedAnswers.Set(operation, context.Description, context.Document!)
                );
                o.AddDocumentTransformer((document, _, _) => Describe(document));
            }
        );

    /// <summary>Swagger UI stands before the sign-in: it is a page to type a token into.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) =>
        app.UseSwaggerUI(o => o.SwaggerEndpoint("../openapi/v1.json", "Workflow"));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Workflow",
            Version = "v1",
            Description =
                "行政审批流程引擎 / Administrative approvals with statutory working-day clocks. Send 'Authorization: Bearer TOKEN'.",
        };
        // Where it is served is where it was read: a name that the one who asked has written is not repeated.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    }
}
