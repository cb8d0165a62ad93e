// Whoever asks for the expressions of a bound clause gets all: a new member that is forgotten fails here.
using Dsl.Compiler.Tests.Support;
using Dsl.Semantics.Bound;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class BoundPartsTests
{
    public static TheoryData<string> Members => [.. typeof(BoundClause).GetProperties()
        .Where(static member => member.PropertyType == typeof(BoundExpression)).Select(static member => member.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void 条款的算式列全(string member)
    {
        var (clause, other) = (Clause("奖补 = 1万元"), Clause("奖补 = 2万元").Award?.Amount);
        typeof(BoundClause).GetProperty(member)?.SetValue(clause, other);
        Assert.Contains(other, BoundParts.Of(clause));
    }

    private static BoundClause Clause(string snippet) => Prelude.Compile(snippet).Model.Policies[0].Clauses[0];
}
