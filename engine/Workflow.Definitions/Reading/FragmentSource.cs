using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading;

/// <summary>One edition of a fragment as it was read.</summary>
internal sealed record FragmentSource(string Id, PeriodInForce InForce, MapSyntax Root);
