package dev.almanac.manifests;

/** How a gateway ranks its matches: exact paths come first everywhere; on what comes then they do not agree. */
enum Ranking {
    EXPRESSIONS_BEFORE_PREFIXES("Exact RegularExpression PathPrefix"),
    PREFIXES_BEFORE_EXPRESSIONS("Exact PathPrefix RegularExpression");

    private final String order;

    Ranking(String order) {
        this.order = order;
    }

    int of(String type) {
        return order.indexOf(type);
    }
}
